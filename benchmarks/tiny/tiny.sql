SELECT
    id,
    name
FROM patients
WHERE id > 10
