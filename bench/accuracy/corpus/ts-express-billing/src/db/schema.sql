create table "customers" (
  id text primary key,
  email text not null,
  credit_limit integer not null default 0
);

create table public.invoices (
  id text primary key,
  customer text not null references customers (id),
  total_cents integer not null,
  sent_at timestamptz
);
