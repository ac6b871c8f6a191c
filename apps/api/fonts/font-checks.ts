import { Injectable } from '@nestjs/common';
import type { FontCheck, FontGaps, FontsView } from '#contracts/font';
import { characterSets, checkedRoles, fontUses, saidIn } from '#render/font-check';
import { officeFonts, type FontRole } from '#render/fonts';
import { Typesetter } from '#api/notices/typesetter';

const mostExamples = 40;
const roles = Object.keys(fontUses) as FontRole[];

/** What the fonts of this machine can print, asked of what sets the papers. */
@Injectable()
export class FontChecks {
  /** Reads thousands of characters for seconds: once, since fonts are read at the start. */
  private counted: Promise<FontGaps> | undefined;

  constructor(private readonly typesetter: Typesetter) {}

  async fonts(): Promise<FontsView> {
    const chains = await this.typesetter.renderer.fonts();
    return {
      roles: roles.map((role) => {
        const [family = null, ...substitutes] = chains[role];
        const office = officeFonts[role];
        const rank = office.indexOf(family ?? '');
        const wanted = office.slice(0, rank < 0 ? office.length : 0);
        return { role, use: fontUses[role], family, office: rank >= 0, substitutes, wanted };
      }),
    };
  }

  async check(text: string): Promise<FontCheck> {
    const { renderer } = this.typesetter;
    const found: FontCheck['roles'] = [];
    for (const role of checkedRoles) {
      const document = saidIn(role, text);
      const missing = await renderer.missingGlyphs(document);
      const first = await renderer.missingGlyphs(document, { firstOnly: true });
      found.push({ role, missing, substituted: first.filter((one) => !missing.includes(one)) });
    }
    return { roles: found };
  }

  gaps(): Promise<FontGaps> {
    this.counted ??= this.count().catch((error: unknown) => {
      this.counted = undefined;
      throw error;
    });
    return this.counted;
  }

  private async count(): Promise<FontGaps> {
    const sets = characterSets();
    const found: FontGaps['roles'] = [];
    for (const role of checkedRoles) {
      const counted = [];
      for (const { label, characters } of sets) {
        const missing = await this.typesetter.renderer.missingGlyphs(saidIn(role, characters.join('')));
        const examples = missing.slice(0, mostExamples);
        counted.push({ label, all: characters.length, missing: missing.length, examples });
      }
      found.push({ role, sets: counted });
    }
    return { roles: found };
  }
}
