CREATE TABLE absences (
    id           BIGINT PRIMARY KEY,
    player_id    BIGINT NOT NULL REFERENCES players (id),
    rehearsal_id BIGINT NOT NULL REFERENCES rehearsals (id)
);

COMMENT ON TABLE absences IS 'before: CREATE TABLE excuses';

DROP TABLE car_pools;
