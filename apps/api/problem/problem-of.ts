import { HttpException } from '@nestjs/common';
import { isDatabaseAway } from '#db/away';
import { CursorError, OptimisticLockError, UniqueConstraintViolationException } from '#db/orm';
import { ProblemError } from '#contracts/problem';
import type { Problem } from '#contracts/problem';

const titles: Record<number, string> = {
  400: '填写有误',
  401: '需要登录',
  403: '没有权限',
  404: '没有找到',
  405: '不支持的操作',
  409: '与现状冲突',
  413: '内容过大',
  415: '格式不支持',
  422: '不能办理',
  429: '操作过于频繁',
  503: '暂时不可用',
};

const details: Record<number, string> = {
  400: '请求内容不完整或格式不正确，请检查后重试。',
  401: '尚未登录或登录已失效，请重新登录。',
  403: '您没有办理此事的权限。',
  404: '没有找到所请求的内容。',
  413: '提交的内容超过允许的大小，请缩减后重试。',
  415: '不支持这种内容格式，请以 JSON 或表单文件提交。',
  429: '操作过于频繁，请稍后再试。',
  503: '系统暂时不可用，请稍后再试。',
};

const unknown = '系统出现意外情况，本次操作没有完成。请稍后再试；如再次出现，请把下面的编号告诉系统管理员。';

function plain(status: number, code: string, detail?: string): Problem {
  const title = titles[status] ?? (status < 500 ? '不能办理' : '系统故障');
  return { type: code, title, status, detail: detail ?? details[status] ?? unknown };
}

/** Fastify's own errors (body too large, malformed JSON) carry a status code. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** Only the status of a foreign error is shown: its message may be English or tell about the inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) {
    const { status, code, message, errors } = error;
    return { ...plain(status, code, message), ...(errors ? { errors } : {}) };
  }
  if (error instanceof CursorError) return plain(400, 'bad-cursor', '翻页位置无效，请回到第一页。');
  if (error instanceof OptimisticLockError)
    return plain(409, 'stale', '内容已被他人修改，请刷新后重新填写。');
  if (error instanceof UniqueConstraintViolationException) return plain(409, 'duplicate', '已有相同的记录。');
  if (isDatabaseAway(error)) return plain(503, 'unavailable');
  const status = statusOf(error);
  if (status !== undefined && status >= 400 && status < 500) return plain(status, `http-${status}`);
  return plain(status === 503 ? 503 : 500, status === 503 ? 'unavailable' : 'unexpected');
}
