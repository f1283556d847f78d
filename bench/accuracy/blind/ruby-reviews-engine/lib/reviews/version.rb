module Reviews
  VERSION = "0.9.1"
end
