-- For duckdb, in the folder of the log files. Columns are found by their names; of a
-- file that has others too, write those below in place of *.
CREATE TABLE partners (partner VARCHAR PRIMARY KEY, parent VARCHAR, name VARCHAR, track_days integer, active boolean);
CREATE TABLE touches (touch_id VARCHAR, time timestamptz, contact VARCHAR, cookie VARCHAR, ip VARCHAR, partner VARCHAR, kind VARCHAR);
CREATE TABLE sales (sale_id VARCHAR, time timestamptz, contact VARCHAR, cookie VARCHAR, ip VARCHAR, amount decimal(18, 4), product VARCHAR);

INSERT INTO partners BY NAME SELECT * FROM read_csv('partners.csv', header = true, all_varchar = true);
INSERT INTO touches BY NAME SELECT * FROM read_csv('touches.csv', header = true, all_varchar = true);
INSERT INTO sales BY NAME SELECT * FROM read_csv('sales.csv', header = true, all_varchar = true);
