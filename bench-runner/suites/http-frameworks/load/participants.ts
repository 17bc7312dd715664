/** Subjects of questions about frameworks in the standard profile; the full one has all. */
export const frameworks = ['express', 'express-strict', 'fastify', 'nestjs', 'hono'] as const;

/**
 * Subjects of questions about the database in the standard profile: two frameworks are enough to
 * see whether an answer depends on the framework.
 */
export const twoFrameworks = ['express', 'fastify'] as const;

/** Where the answer lies in the database and the framework adds the same to each side. */
export const oneFramework = ['express'] as const;
