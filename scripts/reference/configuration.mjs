import { homedir } from 'node:os';
import { variables } from '#config/variables';
import { fileURLToPath } from 'node:url';
import { code, table } from './markdown.mjs';
import { words } from './configuration-words.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

function defaultOf(schema, none) {
  const value = schema.parse(undefined);
  if (value === undefined) return none;
  return code(String(value).replace(root, '').replace(homedir(), '~'));
}

/** One row per variable that the product reads; a variable without words is an error. */
export function configurationTable(language) {
  const none = language === 'en' ? 'none' : '无';
  const rows = Object.entries(variables.shape).map(([name, schema]) => {
    const [en, zh] = words[name] ?? [];
    if (!en || !zh) throw new Error(`${name} has no words in scripts/reference/configuration-words.mjs`);
    return [code(name), defaultOf(schema, none), language === 'en' ? en : zh];
  });
  return table(language === 'en' ? ['variable', 'default', 'what it is'] : ['变量', '默认值', '说明'], rows);
}
