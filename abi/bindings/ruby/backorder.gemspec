# frozen_string_literal: true

require_relative "lib/backorder/version"

Gem::Specification.new do |gem|
  gem.name = "backorder"
  gem.version = Backorder::VERSION
  gem.summary = "Warehouse-level backorders on your own PostgreSQL: libbackorder by ffi"
  gem.authors = ["the backorder authors"]
  gem.license = "Apache-2.0"
  gem.required_ruby_version = ">= 2.7"
  gem.files = Dir.chdir(__dir__) { Dir["lib/**/*.rb", "README.md", "LICENSE"] }
  gem.add_dependency "ffi", "~> 1.15"
end
