require_relative "lib/reviews/version"

Gem::Specification.new do |spec|
  spec.name = "reviews"
  spec.version = Reviews::VERSION
  spec.authors = ["The shop team"]
  spec.summary = "Reviews for whatever can be reviewed"
  spec.files = Dir["{app,config,db,lib,exe}/**/*"]
  spec.executables = ["reviews"]
  spec.add_dependency "rails", ">= 7.0"
  spec.add_dependency "thor", "~> 1.3"
end
