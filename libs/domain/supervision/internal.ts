/** How an organisation shares out its own work, and what signers say to each other: not for the other parties. */
export const internalActs: readonly string[] = [
  ...['hand-over', 'delegate', 'give-back', 'reassign'],
  ...['add-signer', 'consult', 'advise', 'return-signing'],
  ...['request-recusal', 'decide-recusal'],
];
