Sequel.migration do
  change do
    create_table(:stations) do
      String :id, primary_key: true
      String :name, null: false
    end

    create_table :readings do
      primary_key :id
      foreign_key :station_id, :stations, type: String
      Float :level
    end

    create_table?(:subscribers) do
      String :mail, primary_key: true
    end
  end
end
