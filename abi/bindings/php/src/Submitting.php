<?php
declare(strict_types=1);

namespace Backorder;

/**
 * The same operations, each asked at once and answered later.
 *
 *     $asked = array_map(fn ($order) => $submitting->place($host, ...$order), $orders);
 *     foreach ($asked as $pending) { $placed = $pending->wait(); }
 */
final class Submitting extends Operations
{
    private ?\FFI\CData $completions;
    private int $tags = 0;

    /** PHP's signal handlers run between two of these. */
    private const SLICE_MS = 50;

    /** @var array<int, Call> calls in flight; their tokens must outlive them */
    private array $calls = [];

    /** @var array<int, array{int, \FFI\CData, \FFI\CData}> status, result and error of calls nobody has waited for yet */
    private array $answers = [];

    /** @internal */
    public function __construct(private readonly \FFI $library, private readonly \FFI\CData $handle)
    {
        $this->completions = $library->bo_completions_new()
            ?? throw BackorderException::refusal(Status::OUT_OF_MEMORY, 'no memory or descriptor for completions');
        Ending::closes($this);
    }

    public function __destruct()
    {
        $this->close();
    }

    /** Waits for the calls in flight, and frees what nobody waited for. @internal */
    public function close(): void
    {
        if (!isset($this->completions)) {
            return;
        }
        while ($this->calls && $this->pull() === Status::OK);
        foreach ($this->answers as [, $result, $error]) {
            $this->library->bo_result_free($result);
            $this->library->bo_error_free($error);
        }
        $this->library->bo_completions_free($this->completions);
        [$this->completions, $this->answers] = [null, []];
    }

    /** @internal */
    public function answerOf(int $tag): Result
    {
        while (!isset($this->answers[$tag])) {
            $pulled = $this->pull();
            if ($pulled !== Status::OK) {
                throw BackorderException::refusal($pulled, $this->library->bo_status_name($pulled->value));
            }
        }
        [$status, $result, $error] = $this->answers[$tag];
        unset($this->answers[$tag]);
        return Result::answer($this->library, $status, $result, $error);
    }

    protected function run(mixed $call, string $function, \Closure $parameters): Pending
    {
        $completions = $this->completions ?? throw BackorderException::refusal(Status::CLOSED, 'the request ends');
        $packer = new Packer($this->library);
        $struct = $packer->call($call);
        [$struct->completions, $struct->tag] = [$completions, ++$this->tags];
        $error = $this->library->new('bo_error *');
        $status = $this->library->$function($this->handle, \FFI::addr($struct), ...[...$parameters($packer), null, \FFI::addr($error)]);
        if ($status !== Status::OK->value) {
            throw BackorderException::take($this->library, $status, $error);
        }
        $this->calls[$this->tags] = $call;
        return new Pending($this, $this->tags);
    }

    private function pull(): Status
    {
        [$tag, $status, $count] = [$this->library->new('uint64_t'), $this->library->new('bo_status'), $this->library->new('size_t')];
        [$result, $error] = [$this->library->new('bo_result *'), $this->library->new('bo_error *')];
        // Each by itself: where FFI is for preloaded files alone, array_map may not call it.
        $answer = [\FFI::addr($tag), \FFI::addr($status), \FFI::addr($result), \FFI::addr($error), \FFI::addr($count)];
        $pulled = $this->library->bo_completions_pull($this->completions, self::SLICE_MS, 1, ...$answer);
        if ($count->cdata === 1) {
            $this->answers[$tag->cdata] = [$status->cdata, $result, $error];
            unset($this->calls[$tag->cdata]);
        }
        return Status::from($pulled);
    }
}
