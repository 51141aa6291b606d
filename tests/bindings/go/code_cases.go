package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"backorder"
)

type world struct {
	handles   map[string]*backorder.Backorder
	urls      map[string]string
	libraries map[string]string
}

// codeCases are those that take code, by the case's name.
var codeCases = map[string]func(world) error{
	"thirty_two_callers_at_once_sell_exactly_what_there_is": thirtyTwoCallers,
	"a_call_that_waits_can_be_cancelled":                    cancelled,
	"a_closed_handle_is_refused":                            closedHandle,
	"a_result_tells_its_tables":                             tables,
	"a_handle_nobody_holds_is_closed":                       forgotten,
	"a_closed_result_is_refused":                            closedResult,
	"a_configuration_that_cannot_be_is_refused":             impossibleConfiguration,
	"wrong_types_are_refused":                               wrongTypes,
	"a_missing_library_is_an_error":                         missingLibrary,
	"a_library_too_old_is_an_error":                         func(w world) error { return otherLibrary(w.libraries["too_old"], "1.0.0") },
	"a_library_too_new_is_an_error":                         func(w world) error { return otherLibrary(w.libraries["too_new"], "2.0.0") },
	"a_contexts_deadline_is_the_calls_timeout":              deadline,
	"an_errors_status_and_kind_are_found":                   found,
}

var (
	background = context.Background()
	host       = backorder.Host("code")
	line       = backorder.OrderLine{Line: "1", Variant: "red", Quantity: 1}
)

func order(id string) backorder.Order {
	return backorder.Order{Order: id, Lines: []backorder.OrderLine{line}}
}

// refused tells that err is not of that status.
func refused(err error, status backorder.Status) error {
	if errors.Is(err, status) {
		return nil
	}
	return fmt.Errorf("not refused with %v: %v", status, err)
}

func first(problems ...error) error {
	for _, problem := range problems {
		if problem != nil {
			return problem
		}
	}
	return nil
}

func failure(_ *backorder.Result, err error) error {
	return err
}

// stocked makes a marketplace that can sell exactly onHand + threshold units of red, and gives its host.
func stocked(w world, marketplace string, onHand, threshold int64) (backorder.Call, error) {
	shop, buyer := w.handles["shop"], backorder.Host(marketplace)
	operator := backorder.Operator(marketplace, 15)
	return buyer, first(
		failure(shop.WarehouseUpsert(background, buyer.WithKey("w"), []backorder.Warehouse{{Warehouse: "north"}}, false)),
		failure(shop.CatalogUpsert(background, buyer.WithKey("c"), []backorder.Product{{Product: "shirt", Seller: "acme"}},
			[]backorder.Variant{{Variant: "red", Product: "shirt"}})),
		failure(shop.SettingsSet(background, operator.WithKey("s"), true, false)),
		failure(shop.PolicySet(background, operator.WithKey("p"),
			[]backorder.PolicyItem{{Variant: "red", Policy: backorder.PolicyAllow}}, false)),
		failure(shop.ThresholdSet(background, operator.WithKey("t"),
			[]backorder.ThresholdItem{{Variant: "red", Warehouse: "north", Threshold: threshold}}, false)),
		failure(shop.Receive(background, operator.WithKey("r"),
			[]backorder.Receipt{{Variant: "red", Warehouse: "north", Quantity: onHand}})))
}

func thirtyTwoCallers(w world) error {
	buyer, err := stocked(w, "thirty-two", 40, 23)
	if err != nil {
		return err
	}
	var sold, odd atomic.Int64
	var buyers sync.WaitGroup
	for number := 0; number < 128; number++ {
		buyers.Add(1)
		go func(number int) {
			defer buyers.Done()
			_, err := w.handles["shop"].Place(background, buyer, order(fmt.Sprint("order-", number)))
			if err == nil {
				sold.Add(1)
			} else if !errors.Is(err, backorder.StatusShortage) {
				odd.Add(1)
			}
		}(number)
	}
	buyers.Wait()
	proof, err := w.handles["shop"].Verify(background, buyer)
	if err != nil {
		return err
	}
	differences, err := proof.Integers(backorder.ColumnVerifyDifferences)
	if sold.Load() != 63 || odd.Load() != 0 || err != nil || differences[0] != 0 {
		return fmt.Errorf("sold %d, %d odd answers, differences %v: %v", sold.Load(), odd.Load(), differences, err)
	}
	return nil
}

func cancelled(w world) error {
	begun := time.Now()
	ending, cancel := context.WithCancel(background)
	time.AfterFunc(200*time.Millisecond, cancel)
	_, err := w.handles["silent"].Verify(ending, host.WithTimeout(20*time.Second))
	if time.Since(begun) > 10*time.Second || !errors.Is(err, context.Canceled) {
		return fmt.Errorf("after %v: %v", time.Since(begun), err)
	}
	_, again := w.handles["silent"].Verify(ending, host)
	return first(refused(err, backorder.StatusCancelled), refused(again, backorder.StatusCancelled))
}

func deadline(w world) error {
	ending, cancel := context.WithTimeout(background, 300*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := w.handles["silent"].Verify(ending, host.WithTimeout(20*time.Second))
	if took := time.Since(begun); took < 250*time.Millisecond || took > 5*time.Second {
		return fmt.Errorf("after %v: %v", took, err)
	}
	if !errors.Is(err, backorder.StatusTimeout) && !errors.Is(err, backorder.StatusCancelled) {
		return err
	}
	return nil
}

func closedHandle(w world) error {
	handle, err := backorder.Open(backorder.Config{Database: w.urls["empty"]})
	if err != nil {
		return err
	}
	if err := handle.Close(); err != nil {
		return err
	}
	var never *backorder.Backorder
	_, logs := handle.Logs()
	_, verified := handle.Verify(background, host)
	_, placed := handle.Place(background, host, order("o"))
	_, fd := handle.PollFD(backorder.PollLogs)
	_, nothing := never.Verify(background, host)
	_, zero := new(backorder.Backorder).PollFD(backorder.PollLogs)
	for _, err := range []error{handle.Close(), logs, verified, placed, fd, nothing, zero, never.Close()} {
		if err := refused(err, backorder.StatusClosed); err != nil {
			return err
		}
	}
	return nil
}

func tables(w world) error {
	buyer, err := stocked(w, "tables", 1, 1)
	if err != nil {
		return err
	}
	two := line
	two.Quantity = 2
	placed, err := w.handles["shop"].Place(background, buyer, backorder.Order{Order: "o", Lines: []backorder.OrderLine{two}})
	if err != nil {
		return err
	}
	held, err := placed.Tables()
	if told := fmt.Sprint(held, err); told != "[order lines parts] <nil>" {
		return errors.New(told)
	}
	if told := placed.String(); told != "OK: order 1, lines 1, parts 1" {
		return errors.New(told)
	}
	placed.Close()
	if told := placed.String(); told != "closed" {
		return errors.New(told)
	}
	return nil
}

func descriptors() int {
	listed, _ := os.ReadDir("/proc/self/fd")
	return len(listed)
}

func forgotten(w world) error {
	before := descriptors()
	handle, err := backorder.Open(backorder.Config{Database: w.urls["shop"]})
	if err != nil {
		return err
	}
	if _, err = handle.SettingsGet(background, host); err != nil {
		return err
	}
	if descriptors() <= before {
		return errors.New("an open handle has no descriptors")
	}
	handle = nil
	for tries := 0; tries < 50 && descriptors() > before; tries++ {
		runtime.GC()
		time.Sleep(100 * time.Millisecond)
	}
	if after := descriptors(); after > before {
		return fmt.Errorf("%d descriptors, %d before", after, before)
	}
	return nil
}

func closedResult(w world) error {
	result, err := w.handles["shop"].SettingsGet(background, host)
	if err != nil {
		return err
	}
	if count, err := result.Count(backorder.TableSettings); count != 1 || err != nil {
		return fmt.Errorf("%d rows: %v", count, err)
	}
	result.Close()
	result.Close()
	_, flags := result.Flags(backorder.ColumnSettingsBefore)
	_, texts := result.Texts(backorder.ColumnOrderState)
	_, rows := result.Rows(backorder.TableSettings)
	_, whole := result.Whole()
	_, replayed := result.Replayed()
	for _, err := range []error{flags, texts, rows, whole, replayed} {
		if err := refused(err, backorder.StatusClosed); err != nil {
			return err
		}
	}
	return nil
}

func impossibleConfiguration(w world) error {
	_, pool := backorder.Open(backorder.Config{Database: "postgresql:///x", PoolSize: -1})
	_, nothing := backorder.Open(backorder.Config{})
	return first(refused(pool, backorder.StatusConfig), refused(nothing, backorder.StatusConfig))
}

// The compiler refuses most; these are what it cannot see.
func wrongTypes(w world) error {
	shop := w.handles["shop"]
	operator := backorder.Operator("code", backorder.PermissionManageInventory).WithKey("k")
	_, policy := shop.PolicySet(background, operator, []backorder.PolicyItem{{Variant: "red", Policy: 9}}, false)
	_, role := shop.Verify(background, backorder.Call{Marketplace: "code", Role: 9})
	_, timeout := shop.Verify(background, host.WithTimeout(-time.Hour))
	_, text := shop.Place(background, host, order("\xed\xa0\x80"))
	_, nul := shop.Place(background, host, order("a\x00b"))
	_, jsonText := shop.Order(background, host, "\xff")
	_, jsonFine := shop.Order(background, host, "\ufffd \\ufffd")
	_, unwritable := shop.JSON(background, host, "verify", func() {})
	_, member := shop.JSON(background, host, "verify", object{"colour": "red"})
	_, operation := shop.JSON(background, host, "paint", object{})
	settings, err := shop.SettingsGet(background, host)
	if err != nil {
		return err
	}
	_, notText := settings.Texts(backorder.TextColumn(backorder.ColumnSettingsBefore))
	_, notInteger := settings.Integers(0x01ff)
	_, table := backorder.TableNamed("shirts")
	_, rows := settings.Rows(99)
	return first(refused(policy, backorder.StatusArgument), refused(role, backorder.StatusArgument), refused(timeout, backorder.StatusArgument),
		refused(text, backorder.StatusText), refused(nul, backorder.StatusText), refused(jsonText, backorder.StatusText),
		refused(jsonFine, backorder.StatusNotFound), refused(unwritable, backorder.StatusJSON),
		refused(member, backorder.StatusUnknownMember), refused(operation, backorder.StatusUnknownOperation),
		refused(notText, backorder.StatusArgument), refused(notInteger, backorder.StatusArgument),
		refused(table, backorder.StatusArgument), refused(rows, backorder.StatusArgument))
}

func missingLibrary(w world) error {
	_, missing := backorder.Open(backorder.Config{Library: w.libraries["missing"]})
	_, other := backorder.Open(backorder.Config{Library: "libc.so.6"})
	return first(refused(missing, backorder.StatusABIVersion), refused(other, backorder.StatusABIVersion))
}

func otherLibrary(path, version string) error {
	_, err := backorder.Open(backorder.Config{Library: path})
	var unfit *backorder.Error
	if !errors.As(err, &unfit) || unfit.Status != backorder.StatusABIVersion || unfit.Details[0]["found"] != version {
		return fmt.Errorf("not %s: %v", version, err)
	}
	return nil
}

func found(w world) error {
	_, err := w.handles["shop"].Order(background, host, "nobody's")
	wrapped := fmt.Errorf("checkout: %w", err)
	if !errors.Is(wrapped, backorder.StatusNotFound) || !errors.Is(wrapped, backorder.Refused) ||
		errors.Is(wrapped, backorder.StatusShortage) || errors.Is(wrapped, backorder.Caller) {
		return wrapped
	}
	return nil
}
