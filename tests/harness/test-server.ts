import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const version = '1.38.0';

const project = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>duxing</groupId><artifactId>test-server</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${version}</version>
  </dependency></dependencies>
</project>`;

/** Temporal starts its server as PROGRAM PORT [options]. */
const wrapper = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$1" 2>/dev/null
`;

/** The time-skipping server from Maven Central; undefined without Java and Maven: then the library downloads its own. */
export async function installTestServer(
  cacheDir: string,
  say: (line: string) => void,
): Promise<string | undefined> {
  const folder = join(cacheDir, `temporal-test-server-${version}`);
  const path = join(folder, 'temporal-test-server');
  if (existsSync(path)) return path;
  if (!(await answers('java', '-version')) || !(await answers('mvn', '-v'))) return undefined;
  say(
    `fetching the time-skipping test server ${version} with Maven (38 MB, usually under a minute; only once)`,
  );
  const draft = join(cacheDir, `.temporal-test-server-${process.pid}`);
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'pom.xml'), project);
    const copy = ['dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'];
    await run('mvn', ['-q', '-B', ...copy], { cwd: draft, maxBuffer: 16 * 1024 * 1024 });
    writeFileSync(join(draft, 'temporal-test-server'), wrapper);
    chmodSync(join(draft, 'temporal-test-server'), 0o755);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return path;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function answers(program: string, flag: string): Promise<boolean> {
  return run(program, [flag]).then(
    () => true,
    () => false,
  );
}
