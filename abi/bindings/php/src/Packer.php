<?php
declare(strict_types=1);

namespace Backorder;

/** @internal PHP values into the structs of the header, kept until the call is made. What cannot be is refused with the library's statuses. */
final class Packer
{
    /** @var list<\FFI\CData> what structs point to */
    private array $kept = [];

    public function __construct(private readonly \FFI $library)
    {
    }

    private static function wrong(string $name, string $wanted, mixed $value): BackorderException
    {
        return BackorderException::refusal(Status::ARGUMENT, "$name is $wanted, not " . get_debug_type($value), ['field' => $name]);
    }

    public static function text(string $name, mixed $value): string
    {
        return is_string($value) ? $value : throw self::wrong($name, 'a string', $value);
    }

    public static function integer(string $name, mixed $value): int
    {
        return is_int($value) ? $value : throw self::wrong($name, 'an int', $value);
    }

    public static function flag(string $name, mixed $value): bool
    {
        return is_bool($value) ? $value : throw self::wrong($name, 'a bool', $value);
    }

    /** A text and its length, as parameters. */
    public static function texted(string $name, mixed $value): array
    {
        return [self::text($name, $value), strlen($value)];
    }

    public static function json(mixed $request): array
    {
        try {
            $text = json_encode($request ?: (object) [], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
        } catch (\JsonException $error) {
            throw BackorderException::refusal(Status::JSON, $error->getMessage());
        }
        return self::texted('request', $text);
    }

    private static function word(string $name, mixed $value): int
    {
        $words = ['policy' => Policy::class, 'mode' => ThresholdMode::class][$name];
        foreach ($words::cases() as $case) {
            if ($value === $case || is_string($value) && strtoupper($value) === $case->name) {
                return $case->value;
            }
        }
        throw self::wrong($name, 'one of ' . strtolower(implode(', ', array_column($words::cases(), 'name'))), $value);
    }

    private static function listOf(string $name, mixed $values): array
    {
        if (!is_iterable($values)) {
            throw self::wrong($name, 'an array or iterable', $values);
        }
        return is_array($values) ? array_values($values) : iterator_to_array($values, false);
    }

    public function struct(string $type): \FFI\CData
    {
        $struct = $this->kept[] = $this->library->new($type);
        $struct->struct_size = \FFI::sizeof($struct);
        return $struct;
    }

    /** A struct of what an array says. */
    public function filled(string $type, array $values): \FFI\CData
    {
        $struct = $this->struct($type);
        $this->fill($struct, Abi::MEMBERS[$type], $values);
        return $struct;
    }

    /** An array of structs and its length, as parameters. */
    public function items(string $type, string $name, mixed $values): array
    {
        $values = self::listOf($name, $values);
        $count = count($values);
        $structs = $this->kept[] = $this->library->new("{$type}[" . max(1, $count) . ']');
        $size = \FFI::sizeof($structs[0]);
        foreach ($values as $at => $value) {
            $value = $value instanceof Item ? $value->jsonSerialize() : $value;
            if (!is_array($value)) {
                throw self::wrong($name, 'of arrays', $value);
            }
            $structs[$at]->struct_size = $size;
            $this->fill($structs[$at], Abi::MEMBERS[$type], $value);
        }
        return [\FFI::addr($structs[0]), $count];
    }

    public function call(mixed $call): \FFI\CData
    {
        if (!$call instanceof Call) {
            throw self::wrong('call', 'a Call', $call);
        }
        $struct = $this->struct('bo_call');
        $struct->role = $call->role->value;
        $struct->permissions = self::integer('permissions', $call->permissions);
        $struct->timeout_ms = self::integer('timeout_ms', $call->timeout_ms);
        foreach (['marketplace', 'seller', 'user', 'idempotency_key', 'traceparent'] as $name) {
            $this->put($struct, $name, 'text', $call->$name);
        }
        if ($call->token !== null) {
            $struct->token = $call->token instanceof Token ? $call->token->pointer() : throw self::wrong('token', 'a Token', $call->token);
        }
        return $struct;
    }

    private function fill(\FFI\CData $struct, array $members, array $values): void
    {
        if (isset($members['mode'])) {
            $struct->mode = ThresholdMode::LIMIT->value;
        }
        foreach ($values as $name => $value) {
            $kind = $members[$name] ?? throw BackorderException::refusal(Status::UNKNOWN_MEMBER,
                "$name is not known here", ['field' => (string) $name]);
            if ($value !== null) {
                $this->put($struct, $name, $kind, $value);
            }
        }
    }

    private function put(\FFI\CData $struct, string $name, string $kind, mixed $value): void
    {
        match ($kind) {
            'text' => [$struct->$name, $struct->{"{$name}_length"}] = $this->bytes(self::text($name, $value)),
            'integer' => $struct->$name = self::integer($name, $value),
            'word' => $struct->$name = self::word($name, $value),
            'flag' => $struct->flags |= self::flag($name, $value) ? constant(Abi::class . '::' . strtoupper($name)) : 0,
            'lines' => [$struct->lines, $struct->line_count] = $this->items('bo_order_line', $name, $value),
            'texts' => $this->putTexts($struct, $name, self::listOf($name, $value)),
        };
    }

    /** A text where the library can read it, and its length. */
    private function bytes(string $text): array
    {
        $length = strlen($text);
        if ($length === 0) {
            return [null, 0];
        }
        $bytes = $this->kept[] = $this->library->new("char[$length]");
        \FFI::memcpy($bytes, $text, $length);
        return [$this->library->cast('char *', $bytes), $length];
    }

    private function putTexts(\FFI\CData $struct, string $name, array $values): void
    {
        $one = substr($name, 0, -1);
        $count = count($values);
        $struct->{"{$one}_count"} = $count;
        if ($count === 0) {
            return;
        }
        $texts = $this->kept[] = $this->library->new("char *[$count]");
        $lengths = $this->kept[] = $this->library->new("size_t[$count]");
        foreach ($values as $at => $value) {
            [$texts[$at], $lengths[$at]] = $this->bytes(self::text($name, $value));
        }
        $struct->$name = $this->library->cast('const char *const *', $texts);
        $struct->{"{$one}_lengths"} = $this->library->cast('size_t *', $lengths);
    }
}
