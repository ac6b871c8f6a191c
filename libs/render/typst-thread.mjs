/**
 * The thread in which Typst compiles. Plain JavaScript, so that it starts the same way under swc-node,
 * Node's own type stripping, Jest and a compiled dist folder.
 */
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { workspace, fontDir, roles } = workerData;

// Native results are freed only when V8 collects: 1,500 papers without it grew to 1.3 GB. They are young, so that a look at what
// is young frees them, at a tenth of the price of the whole.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

// Without the open fonts the machine's own serve.
const fontArgs = existsSync(fontDir) ? [{ fontPaths: [fontDir] }] : [];
const compiler = NodeCompiler.create({ workspace, fontArgs });

/** Typst only warns about a family that isn't installed: that is how the installed ones are found. */
function installedFamilies() {
  const families = [...new Set(Object.values(roles).flat())];
  const set = families.map((name) => JSON.stringify(name)).join(', ');
  const result = compiler.compile({ mainFileContent: `#set text(font: (${set},))\n.` });
  const warnings = result.takeWarnings();
  const said = warnings ? compiler.fetchDiagnostics(warnings).map(({ message }) => message) : [];
  const unknown = new Set(said.map((message) => /^unknown font family: (.*)$/u.exec(message)?.[1]));
  const installed = (name) => !unknown.has(name.toLowerCase());
  return Object.fromEntries(Object.entries(roles).map(([role, names]) => [role, names.filter(installed)]));
}

const fonts = installedFamilies();

const firstFonts = Object.fromEntries(
  Object.entries(fonts).map(([role, names]) => [role, names.slice(0, 1)]),
);

/** User text reaches Typst as data only, never as source. */
function compile({ layout, data, firstOnly }) {
  const inputs = { data, fonts: JSON.stringify(firstOnly ? firstFonts : fonts) };
  const result = compiler.compile({ mainFilePath: `${workspace}/${layout}.typ`, inputs });
  const error = result.hasError() ? result.takeError() : null;
  if (error) {
    const said = compiler.fetchDiagnostics(error).map(({ message }) => message);
    throw new Error(`Typst: ${said.join('; ')}`);
  }
  return result.result;
}

/** PDF/A refuses a character that no font has, and names all of them. */
function pdf(document) {
  try {
    return { bytes: new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2u' })) };
  } catch (error) {
    const found = [...String(error.message).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)];
    if (found.length === 0) throw error;
    return { missing: [...new Set(found.map(([, text]) => unescaped(text)))] };
  }
}

const unescaped = (text) =>
  text.replace(/\\+u\{([0-9a-f]+)\}/gu, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));

const forms = {
  svg: (document) => ({ svg: compiler.svg(document) }),
  pdf: (document) => ({ ...pdf(document), pages: document.numOfPages }),
  turns: (document) => ({ turns: compiler.query(document, { selector: '<turns>', field: 'value' })[0] ?? 0 }),
};

let [pages, rounds] = [0, 0];
/** Counted in pages: one long paper holds as much as a hundred letters. */
async function tidy() {
  if (pages < 20) return;
  pages = 0;
  rounds += 1;
  compiler.evictCache(1);
  await setImmediate();
  collect({ type: rounds % 50 === 0 ? 'major' : 'minor' });
}

function set({ kind, ...job }) {
  pages += 1;
  const document = compile(job);
  pages += document.numOfPages - 1;
  return forms[kind](document);
}

parentPort.on('message', async (job) => {
  try {
    const answer = job.kind === 'fonts' ? { chains: fonts } : set(job);
    parentPort.postMessage(answer, answer.bytes ? [answer.bytes.buffer] : []);
  } catch (error) {
    parentPort.postMessage({ error: error.message });
  }
  await tidy();
});

parentPort.postMessage({ fonts });
