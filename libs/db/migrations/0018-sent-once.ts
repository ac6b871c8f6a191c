import type { SqlMigration } from './list.ts';

export const sentOnce: SqlMigration = {
  name: '0018-sent-once',
  sql: `
-- What a person sent under a key of the sender, with the answer: sent again it is answered and not done again. Written in
-- the transaction of what it makes. No record: it goes after a day.
create table sent_once (
  -- No foreign key: it would hold the sender's row before the handler locks people in an order of its own.
  person_id uuid not null,
  key uuid not null,
  -- Method and address, and a digest of the body: the same key for something else is refused.
  what text not null,
  body text not null,
  -- Sealed: some answers show a secret once.
  answer text null,
  at timestamptz(3) not null,
  primary key (person_id, key)
);
create index sent_once_at on sent_once (at);

-- Secrets are sealed (libs/config/vault.ts), old ones at the next start; their last characters are shown.
alter table webhook add column secret_end text not null default '';
`,
};
