package store

import (
	"context"

	"github.com/jackc/pgx/v5/pgxpool"
)

type Postgres struct {
	pool *pgxpool.Pool
}

const ddl = `
CREATE TABLE audit_log (id BIGSERIAL PRIMARY KEY);
func (p *Postgres) Vacuum() {}
`

func (p *Postgres) Find(ctx context.Context, code string) (Link, error) {
	var link Link
	row := p.pool.QueryRow(ctx, "SELECT code, target, last_used FROM links WHERE code = $1", code)
	return link, row.Scan(&link.Code, &link.Target, &link.LastUsed)
}

func (p *Postgres) All(ctx context.Context) ([]Link, error) {
	panic("TODO: not implemented")
}

func (p *Postgres) Save(ctx context.Context, link Link) error {
	_, err := p.pool.Exec(ctx, "INSERT INTO links (code, target) VALUES ($1, $2)", link.Code, link.Target)
	return err
}

func (p *Postgres) Touch(context.Context, string) {
}
