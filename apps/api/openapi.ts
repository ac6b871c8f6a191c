import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { campaignBody } from '#contracts/campaign';
import { commitmentBody } from '#contracts/commitment';
import { dispatchBody } from '#contracts/dispatch';
import { onSiteCheckBody } from '#contracts/on-site-check';
import { pairingBody } from '#contracts/pairing';
import { problem } from '#contracts/problem';

/** The document made from the same schemas that validate. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('督行')
    .setDescription('医院监督检查工作台的接口。出错时一律返回 RFC 9457 problem details。')
    .setVersion('1')
    .addCookieAuth('duxing_session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = { ...document.components };
  document.components.schemas = { ...document.components.schemas, ...shapes };
  return document;
}

/** What no operation names: problem details, and what each kind puts into the body of its cases. */
const shapes = Object.fromEntries(
  Object.entries({
    Problem: problem,
    PairingBody: pairingBody,
    CampaignBody: campaignBody,
    CommitmentBody: commitmentBody,
    DispatchBody: dispatchBody,
    OnSiteCheckBody: onSiteCheckBody,
  }).map(([id, schema]) => [
    id,
    // A schema with an id comes as a reference into its own definitions, which the document would not resolve; what it
    // refers to itself stands among the document's own.
    JSON.parse(
      JSON.stringify(z.toJSONSchema(schema).$defs?.[id]).replaceAll('#/$defs/', '#/components/schemas/'),
    ) as never,
  ]),
);
