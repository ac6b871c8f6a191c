import { Module } from '@nestjs/common';
import { Typesetter } from './typesetter.ts';

@Module({ providers: [Typesetter], exports: [Typesetter] })
export class TypesettingModule {}
