# frozen_string_literal: true

require_relative "web"

run Web.new
