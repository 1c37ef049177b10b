import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { Text } from '#policy';
import { inWords } from './in-words.js';
import { type FieldError, Problem } from './problem.js';
import { validationTexts } from './validation-texts.js';

/** Checks bodies and queries by their classes: what is not asked for is refused, what is wrong is told field by field. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: true, value: false },
    exceptionFactory: (errors) => {
      const fields = errors.flatMap((error) => fieldErrors(error, ''));
      return new Problem('VALIDATION_FAILED', fields.length === 1 ? { field: fields[0]?.field } : {}, {
        errors: fields,
      });
    },
  });

const fieldErrors = (error: ValidationError, prefix: string): FieldError[] => {
  const field = prefix + error.property;
  const own = Object.keys(error.constraints ?? {}).map((rule) => ({ field, code: rule, texts: textOf(error, rule) }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, `${field}.`))];
};

const textOf = (error: ValidationError, rule: string): Text => {
  const known = validationTexts[rule];
  // A rule of our own brings its own words; class-validator keeps them in English only.
  if (!known) return { zh: '不符合要求', en: error.constraints?.[rule] ?? 'is not as asked for' };
  const values = valuesOf(error, rule);
  const fill = (template: string) => template.replace(/\{(\d)\}/g, (_, at: string) => inWords(values[Number(at)]));
  return { zh: fill(known.zh), en: fill(known.en) };
};

/** The values a rule was declared with: `MaxLength(200)` → `[200]`. */
const valuesOf = (error: ValidationError, rule: string): readonly unknown[] => {
  if (!error.target) return [];
  const declared = getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', true, false)
    .find((metadata) => metadata.propertyName === error.property && metadata.name === rule);
  return (declared?.constraints as readonly unknown[] | undefined) ?? [];
};
