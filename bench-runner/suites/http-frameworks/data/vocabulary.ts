export const firstNames =
  'Ada Amir Ana Bruno Chen Clara Diego Elif Emma Farid Grace Hana Hugo Ines Ivan Jana Jonas Kaito Lena Liam Lucia Mateo Maya Mina Nadia Noah Olga Omar Paula Priya Rafael Rosa Sami Sofia Tariq Theo Uma Viktor Wanda Yuki'.split(
    ' ',
  );

export const lastNames =
  'Abe Almeida Andersen Bauer Brown Costa Dubois Eriksen Fischer Garcia Haddad Hoffmann Ito Ivanova Jensen Kaya Kim Kowalski Kumar Larsen Lopez Meyer Moreau Nguyen Novak Okafor Olsen Park Petrov Rossi Santos Sato Schmidt Silva Singh Smith Suzuki Tanaka Weber Yilmaz'.split(
    ' ',
  );

export const countries =
  'AR AU BE BR CA CH CL CN CO CZ DE DK ES FI FR GB IN IT JP KR MX NG NL NO NZ PL PT SE TR US'.split(
    ' ',
  );

export const cities =
  'Amsterdam Barcelona Berlin Bogota Boston Brussels Busan Chicago Copenhagen Dublin Gdansk Geneva Hamburg Helsinki Istanbul Kyoto Lagos Lisbon Lyon Madrid Milan Montreal Munich Nagoya Oslo Porto Prague Seoul Stockholm Toronto'.split(
    ' ',
  );

/** Most users are active, as in a service that people use. */
export const statuses =
  'active active active active active active inactive pending suspended deleted'.split(' ');

export const streets = 'Bridge Castle Church Garden Harbour Hill Lake Market Mill Park'.split(' ');
export const companies = 'Acorn Beacon Cobalt Delta Ember Fjord Granite Helix Indigo Juniper'.split(
  ' ',
);
export const professions = [
  'Accountant',
  'Analyst',
  'Architect',
  'Designer',
  'Developer',
  'Editor',
  'Engineer',
  'Nurse',
  'Researcher',
  'Teacher',
];
export const departments = 'Finance Legal Marketing Operations Product Sales Support'.split(' ');
export const languages = 'de en es fr it ja ko nl pl pt'.split(' ');
export const timeZones = [
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Seoul',
  'Asia/Tokyo',
  'Europe/Berlin',
  'Europe/Madrid',
];
export const currencies = 'CHF EUR GBP JPY KRW USD'.split(' ');
export const themes = 'dark light system'.split(' ');

/** None of these is, holds or shares its stem with a search term. */
export const words =
  'answer balance bottle bridge button candle carpet change circle cloud corner cotton dinner energy engine falcon farmer figure forest garden glass hammer island jacket kitchen ladder letter light market meadow mirror morning motion needle number office paper pencil planet pocket reason record river season shadow signal silver simple station stone summer ticket timber travel valley village window winter wonder'.split(
    ' ',
  );
