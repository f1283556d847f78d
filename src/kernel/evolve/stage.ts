// The beginning of an effect: asked for, and in nobody's hands yet.

import type { EffectKind } from '../effect.ts'
import type { Stage } from '../model.ts'

export const stageOf = (kind: EffectKind): Stage => ({ kind, lease: null, stopping: null })
