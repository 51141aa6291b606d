<?php
declare(strict_types=1);

namespace Backorder;

/** An open handle: one pool of connections to one database. Each operation waits for its answer. */
final class Backorder extends Operations
{
    use Opening;

    private function __construct(private readonly \FFI $library, private readonly \FFI\CData $pointer)
    {
        Ending::closes($this);
    }

    private static function opened(array $config, ?string $library): self
    {
        $loaded = Library::load($library);
        [$pointer, $error] = [$loaded->new('bo_backorder *'), $loaded->new('bo_error *')];
        $status = $loaded->bo_open(...Packer::json($config), ...[\FFI::addr($pointer), \FFI::addr($error)]);
        if ($status !== Status::OK->value) {
            throw BackorderException::take($loaded, $status, $error);
        }
        return new self($loaded, $pointer);
    }

    public function __destruct()
    {
        $this->close();
    }

    /** Ends calls in flight and the handle. Later calls are refused with Status::CLOSED. */
    public function close(): void
    {
        $this->library->bo_close($this->pointer);
    }

    /** Calls that are asked at once and answered later: the same operations, each giving a Pending. */
    public function submitting(): Submitting
    {
        return new Submitting($this->library, $this->pointer);
    }

    /** Installs or updates the tables. @return Result table schema */
    public function migrate(mixed $timeout_ms = 0): Result
    {
        return $this->answered('bo_migrate', Packer::integer('timeout_ms', $timeout_ms));
    }

    /** What the library would have logged since the last time. @return Result table log */
    public function logs(): Result
    {
        return $this->answered('bo_logs');
    }

    protected function run(mixed $call, string $function, \Closure $parameters): Result
    {
        $packer = new Packer($this->library);
        return $this->answered($function, \FFI::addr($packer->call($call)), ...$parameters($packer));
    }

    private function answered(string $function, mixed ...$parameters): Result
    {
        [$result, $error] = [$this->library->new('bo_result *'), $this->library->new('bo_error *')];
        $status = $this->library->$function($this->pointer, ...[...$parameters, \FFI::addr($result), \FFI::addr($error)]);
        return Result::answer($this->library, $status, $result, $error);
    }
}
