/** How an organisation shares out its own work, what signers say to each other, how a paper was served: not for the parties. */
export const internalActs: readonly string[] = [
  ...['hand-over', 'delegate', 'give-back', 'reassign'],
  ...['add-signer', 'consult', 'advise', 'return-signing'],
  ...['request-recusal', 'decide-recusal'],
  'record-service',
];
