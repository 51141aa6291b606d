# frozen_string_literal: true

# Written by abi/bindings/generate from backorder.h; not to be edited.

module Backorder
  VERSION = "1.2.0"
end
