export interface Post {
  readonly id: number;
  readonly title: string;
  readonly views: number;
}

export class Author {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly Post[];

  constructor(id: number, name: string, email: string, posts: readonly Post[]) {
    this.id = id;
    this.name = name;
    this.email = email;
    this.posts = posts;
  }
}
