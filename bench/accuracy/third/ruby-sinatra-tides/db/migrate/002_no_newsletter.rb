Sequel.migration do
  up do
    drop_table(:subscribers)
    rename_table :readings, :measurements
  end

  down do
    rename_table :measurements, :readings
    create_table(:subscribers) { String :mail, primary_key: true }
  end
end
