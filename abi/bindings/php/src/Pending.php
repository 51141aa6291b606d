<?php
declare(strict_types=1);

namespace Backorder;

/** A call that was submitted. Its token, if it has one, can still take it back. */
final class Pending
{
    private ?Result $result = null;
    private ?BackorderException $failure = null;

    /** @internal */
    public function __construct(private readonly Submitting $from, private readonly int $tag)
    {
    }

    /** The answer, as often as it is asked for. */
    public function wait(): Result
    {
        if ($this->result === null && $this->failure === null) {
            try {
                $this->result = $this->from->answerOf($this->tag);
            } catch (BackorderException $failure) {
                $this->failure = $failure;
            }
        }
        return $this->result ?? throw $this->failure;
    }
}
