import { BadRequestException, ValidationPipe } from '@nestjs/common';
import * as transformerPackage from 'class-transformer';
import * as validatorPackage from 'class-validator';

/** Unknown keys are dropped; the message of a refusal begins with the name of the field. */
export const validationPipe = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    // In a bundle, what Nest would load by name is another copy, which knows none of our classes.
    transformerPackage,
    validatorPackage,
    exceptionFactory: (errors) =>
      new BadRequestException(
        errors.flatMap(({ property, constraints }) =>
          constraints ? Object.values(constraints) : [`${property ?? 'body'} is not valid`],
        ),
      ),
  });
