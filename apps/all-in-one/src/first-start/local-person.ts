/** The one person of a fresh machine, and the line that their simulated phone talks to. */
export const localPerson = {
  userId: 'local-person',
  /** Who has a machine to themselves also looks after it. */
  isOperator: true,
  phone: '+48500100200',
} as const;

export const localLine = {
  phoneNumberId: '100200300400500',
  businessAccountId: '500400300200100',
} as const;
