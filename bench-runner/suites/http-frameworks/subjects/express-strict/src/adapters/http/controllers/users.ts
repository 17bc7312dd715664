import { Router } from 'express';
import { z } from 'zod';
import type {
  ChangeUser,
  FindUser,
  ListUsers,
  RegisterUser,
  RemoveUser,
} from '../../../application/use-cases/users.ts';
import { userJson } from '../presenters.ts';
import { idParameters, parse } from '../validation.ts';

/** The form of a profile; what it may say is for the domain to decide. */
const Profile = z.object({ name: z.string(), email: z.string() });

export interface UserUseCases {
  listUsers: ListUsers;
  findUser: FindUser;
  registerUser: RegisterUser;
  changeUser: ChangeUser;
  removeUser: RemoveUser;
}

export function userController(useCases: UserUseCases): Router {
  const router = Router();

  router.get('/users', async (_request, response) => {
    const users = await useCases.listUsers.execute();
    response.json(users.map(userJson));
  });

  router.get('/users/:id', async (request, response) => {
    const { id } = parse(idParameters, request.params);
    response.json(userJson(await useCases.findUser.execute(id)));
  });

  router.post('/users', async (request, response) => {
    const user = await useCases.registerUser.execute(parse(Profile, request.body));
    response.status(201).json(userJson(user));
  });

  router.put('/users/:id', async (request, response) => {
    const { id } = parse(idParameters, request.params);
    const user = await useCases.changeUser.execute(id, parse(Profile, request.body));
    response.json(userJson(user));
  });

  router.delete('/users/:id', async (request, response) => {
    const { id } = parse(idParameters, request.params);
    await useCases.removeUser.execute(id);
    response.status(204).end();
  });

  return router;
}
