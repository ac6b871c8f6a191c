import { noticeType } from '../../../notice-type.ts';
import { strikeOffForm, strikeOffFormData } from './strike-off-form.ts';
import { strikeOffFormSample } from './strike-off-form.sample.ts';

export const commitmentNotices = [
  noticeType({
    code: 'strike-off-form',
    label: '整改销号单',
    layout: 'form',
    data: strikeOffFormData,
    content: strikeOffForm,
    sample: strikeOffFormSample,
  }),
];
