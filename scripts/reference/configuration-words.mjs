/** English, Chinese; what is valid is said by libs/config/variables.ts itself when a value is wrong. */
export const words = {
  NODE_ENV: [
    '`development`, `test` or `production`. Production refuses the demo seed and a set clock, and switches the Temporal UI off.',
    '`development`、`test` 或 `production`。生产环境拒绝演示数据和指定时钟，并关闭 Temporal 界面。',
  ],
  HOST: ['The address to listen on.', '监听地址。'],
  PORT: ['The one port of the API and the pages, 1 to 65535.', '接口和网页共用的唯一端口，1 到 65535。'],
  DATA_DIR: [
    'The one folder of data: database, Temporal store, uploaded files, logs.',
    '唯一的数据目录：数据库、Temporal 存储、上传的文件、日志。',
  ],
  WEB_DIR: [
    'The built pages. The default is built when its sources changed; another folder is served as it is.',
    '编译好的网页。默认目录在源码变动后自动重新编译；另指的目录原样使用。',
  ],
  DUXING_CACHE: [
    'What is fetched or built once for all checkouts: Temporal, fonts, the test server.',
    '只取一次、各份代码共用的东西：Temporal、公文字体、测试服务器。',
  ],
  DATABASE_URL: [
    'A PostgreSQL of your own; without it the embedded one is started.',
    '自备的 PostgreSQL；不设则启动内嵌的。',
  ],
  TEMPORAL_ADDRESS: [
    'A Temporal server of your own, `host:port`; without it one is started.',
    '自备的 Temporal 服务器，`主机:端口`；不设则自行启动。',
  ],
  TEMPORAL_NAMESPACE: ['The Temporal namespace.', 'Temporal 命名空间。'],
  TEMPORAL_TASK_QUEUE: ['The task queue of the runners.', '运行进程的任务队列。'],
  TEMPORAL_UI: [
    '`on` or `off`; on outside production. On 127.0.0.1 only.',
    '`on` 或 `off`；非生产环境默认开启，仅限本机。',
  ],
  WORKER_COUNT: ['Worker processes, 1 to 16.', '工作进程数，1 到 16。'],
  MAX_UPLOAD_MB: ['The largest file that is taken, in MB.', '单个上传文件的上限（MB）。'],
  SESSION_HOURS: ['How long a log-in holds, in hours.', '一次登录的有效小时数。'],
  LOG_LEVEL: ['`error`, `warn`, `log` or `debug`.', '`error`、`warn`、`log` 或 `debug`。'],
  DEMO: [
    '`on` or `off`: load the demo seed. On outside production; refused there.',
    '`on` 或 `off`：是否载入演示数据。非生产环境默认载入，生产环境拒绝。',
  ],
  SECRET_KEY: [
    '64 hexadecimal digits that seal secrets in the database; without it a key is made once in `DATA_DIR/secret.key`. The API and all workers need the same.',
    '数据库中密钥类内容的加密钥，64 个十六进制数字；不设则首次启动时生成 `DATA_DIR/secret.key`。接口与各工作进程须用同一个。',
  ],
  SEAL_PFX: [
    'The certificate with its key (PKCS#12: `.pfx`, `.p12`; RSA, or P-256, P-384, P-521) by which papers are sealed; without it they say 未用印. Needs one of the next two.',
    '电子印章的证书文件（PKCS#12：`.pfx`、`.p12`，RSA 或 P-256、P-384、P-521），文书用它作数字签名；不设则文书标“未用印”。须同时设下面两项之一。',
  ],
  SEAL_PASSWORD: ['Its password, in ASCII.', '证书文件的口令，限英文字母、数字和符号。'],
  SEAL_PASSWORD_FILE: ['A file with the password instead.', '存放口令的文件，代替上一项。'],
  SMTP_URL: [
    'The mail server, `smtp://user:password@host:587` or `smtps://…:465`; without it nothing goes out by mail. Needs `MAIL_FROM`.',
    '邮件服务器，`smtp://用户:口令@主机:587` 或 `smtps://…:465`；不设则不发邮件。须同时设 `MAIL_FROM`。',
  ],
  MAIL_FROM: ['The sender of mails, `Name <address@host>`.', '邮件的发件人，`名称 <地址@主机>`。'],
  PUBLIC_URL: [
    'Under which address people reach the pages: links in mails begin with it, and papers name its page of checks. Without it `http://HOST:PORT` in mails, and nothing on papers.',
    '人员访问系统的网址：邮件里的链接以它开头，文书上印它的查验网址。不设则邮件用 `http://HOST:PORT`，文书不印网址。',
  ],
  CLOCK: [
    '`system`, or an ISO instant at which the clock of API and workers starts; for trials. Deadlines ring by Temporal’s time, which it does not move. Production refuses it.',
    '`system`，或接口与工作进程时钟的起始时间（ISO），仅供试用；期限到点按 Temporal 的时间，不受其影响。生产环境拒绝。',
  ],
};
