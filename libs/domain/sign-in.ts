/** GB/T 22239-2019 §8.1.4.1 b asks for a lock-out without numbers; the numbers are product defaults [P]. */
export const lockOut = {
  failuresInARow: 5,
  minutes: 15,
  ground: 'GB/T 22239-2019 §8.1.4.1 b',
} as const;

/** GB/T 22239-2019 §8.1.4.1 a asks for complexity; length is what we ask for [P], see ASVS 5.0 V6.2.1, V6.2.5. */
export const passwordPolicy = { minLength: 8, maxLength: 128, ground: 'GB/T 22239-2019 §8.1.4.1 a' } as const;

/** What is wrong with a new password, or undefined. */
export function passwordFault(password: string, login: string): string | undefined {
  const length = [...password].length;
  if (length < passwordPolicy.minLength) return `密码至少 ${passwordPolicy.minLength} 个字符`;
  if (length > passwordPolicy.maxLength) return `密码至多 ${passwordPolicy.maxLength} 个字符`;
  if (new Set(password).size < 4) return '密码过于简单，请使用至少 4 个不同的字符';
  if (password.toLowerCase().includes(login.toLowerCase())) return '密码不能包含登录名';
  return undefined;
}
