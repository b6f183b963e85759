import type { ErrorCode } from '../../contract/errors.ts'

/** 0 done; 1 no usable model; 2 the command is wrong; 3 the file cannot be read as asked; 130 stopped. */
export type ExitStatus = 0 | 1 | 2 | 3 | 130

/** What a failure of the engine means to whoever called the program. */
export function exitStatus(code: ErrorCode): ExitStatus {
  switch (code) {
    case 'cancelled':
      return 130
    case 'invalid-input':
    case 'unknown-id':
    case 'too-few-rows':
    case 'too-large':
    case 'session-unreadable':
    case 'session-newer':
    case 'session-data-missing':
    case 'session-data-changed':
    case 'target-unwritable':
    case 'not-available':
      return 2
    case 'file-missing':
    case 'file-unreadable':
    case 'file-is-directory':
    case 'file-empty':
    case 'file-header-only':
    case 'file-binary':
    case 'file-changed':
    case 'no-numeric-column':
    case 'missing-values':
    case 'model-mismatch':
      return 3
    case 'no-usable-model':
    case 'engine-died':
    case 'internal':
      return 1
  }
}
