<?php
declare(strict_types=1);

namespace Backorder;

/** Cancels every call that carries it, now or later. */
final class Token
{
    private readonly \FFI $library;

    /** @internal */
    public readonly \FFI\CData $pointer;

    public function __construct(?string $library = null)
    {
        $this->library = Library::load($library);
        $this->pointer = $this->library->bo_token_new()
            ?? throw BackorderException::refusal(Status::OUT_OF_MEMORY, 'no memory for a token');
    }

    public function __destruct()
    {
        if (isset($this->pointer)) {
            $this->library->bo_token_free($this->pointer);
        }
    }

    public function cancel(): void
    {
        $this->library->bo_token_cancel($this->pointer);
    }
}
