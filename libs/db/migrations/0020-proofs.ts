import type { SqlMigration } from './list.ts';

export const proofs: SqlMigration = {
  name: '0020-proofs',
  sql: `
-- A paper that was set once before it was signed: what it says without its number, by the hash of that. It goes after a
-- day where no paper was issued from it.
create table notice_proof (
  hash text primary key,
  code text not null,
  document jsonb not null,
  pages integer not null,
  at timestamptz(3) not null
);
create index notice_proof_at_index on notice_proof (at);

-- What an issued paper says stands from the moment of its number: in the proof that was signed, or, where the system
-- issued it by itself, in its content.
alter table notice
  add column proof_hash text null,
  add column content jsonb null,
  -- Which of the papers that one effect orders, one for each receiver.
  add column nth integer not null default 0,
  drop constraint notice_effect_unique,
  add constraint notice_effect_unique unique (case_id, seq, idx, nth),
  add constraint notice_proof_hash_foreign foreign key (proof_hash) references notice_proof (hash);
create index notice_proof_hash on notice (proof_hash) where proof_hash is not null;
`,
};
