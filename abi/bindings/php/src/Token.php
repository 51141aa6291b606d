<?php
declare(strict_types=1);

namespace Backorder;

/** Cancels every call that carries it, now or later. */
final class Token
{
    private readonly \FFI $library;
    private ?\FFI\CData $pointer;

    public function __construct(?string $library = null)
    {
        $this->library = Library::load($library);
        $this->pointer = $this->library->bo_token_new()
            ?? throw BackorderException::refusal(Status::OUT_OF_MEMORY, 'no memory for a token');
        Ending::closes($this);
    }

    public function __destruct()
    {
        $this->close();
    }

    public function cancel(): void
    {
        $this->library->bo_token_cancel($this->pointer());
    }

    /** @internal */
    public function pointer(): \FFI\CData
    {
        return $this->pointer ?? throw BackorderException::refusal(Status::CLOSED, 'the token is freed: the request ends');
    }

    /** @internal */
    public function close(): void
    {
        if (isset($this->pointer)) {
            $this->library->bo_token_free($this->pointer);
            $this->pointer = null;
        }
    }
}
