using AmoCrm.Sdk.Resilience;

namespace AmoCrm.Sdk.Tests.Resilience.Blocks;

public sealed class BlockCircuitTests
{
    private static readonly AmoCrmRetryOptions Options = new() { BlockPause = TimeSpan.FromMinutes(1), LongestBlockPause = TimeSpan.FromMinutes(3) };

    private readonly BlockCircuit _circuit = new();
    private DateTimeOffset _now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Answers_without_the_page_and_failures_leave_it_closed()
    {
        Assert.Equal(BlockPass.Free, Enter());
        Assert.False(Report(BlockPass.Free, isBlocked: false));
        Assert.Equal(BlockPass.Free, Enter());
        Assert.False(Report(BlockPass.Free, isBlocked: null));
        Assert.Equal(BlockPass.Free, Enter());
        Assert.False(_circuit.IsOpenAt(_now));
    }

    [Fact]
    public void The_page_opens_it_and_one_request_goes_through_after_the_pause()
    {
        Assert.True(Report(Enter(), isBlocked: true));
        Assert.Equal(_now + TimeSpan.FromMinutes(1), _circuit.Until);
        Assert.Equal(BlockPass.Refused, Enter());
        Pass(TimeSpan.FromSeconds(59));
        Assert.Equal(BlockPass.Refused, Enter());
        Assert.True(_circuit.IsOpenAt(_now));
        Pass(TimeSpan.FromSeconds(1));
        Assert.False(_circuit.IsOpenAt(_now));
        Assert.Equal(BlockPass.Probe, Enter());
        Assert.Equal(BlockPass.Refused, Enter());
        Assert.True(_circuit.IsOpenAt(_now));
    }

    [Fact]
    public void The_page_again_doubles_the_pause_up_to_the_longest()
    {
        Report(Enter(), isBlocked: true);
        foreach (var minutes in new[] { 2, 3, 3 })
        {
            _now = _circuit.Until;
            Assert.True(Report(Enter(), isBlocked: true));
            Assert.Equal(_now + TimeSpan.FromMinutes(minutes), _circuit.Until);
            Assert.Equal(BlockPass.Refused, Enter());
        }
    }

    [Fact]
    public void Another_answer_closes_it_and_the_next_page_begins_with_the_short_pause()
    {
        Report(Enter(), isBlocked: true);
        _now = _circuit.Until;
        Report(Enter(), isBlocked: true);
        _now = _circuit.Until;
        Assert.False(Report(Enter(), isBlocked: false));
        Assert.Equal(BlockPass.Free, Enter());
        Assert.True(Report(BlockPass.Free, isBlocked: true));
        Assert.Equal(_now + TimeSpan.FromMinutes(1), _circuit.Until);
    }

    [Fact]
    public void A_probe_without_an_answer_leaves_the_next_one_free()
    {
        Report(Enter(), isBlocked: true);
        _now = _circuit.Until;
        Assert.Equal(BlockPass.Probe, Enter());
        Assert.False(Report(BlockPass.Probe, isBlocked: null));
        Assert.Equal(BlockPass.Probe, Enter());
    }

    [Fact]
    public void Answers_to_what_was_sent_before_the_page_change_nothing()
    {
        var early = Enter();
        var late = Enter();
        Report(Enter(), isBlocked: true);
        var until = _circuit.Until;
        Pass(TimeSpan.FromSeconds(10));
        Assert.False(Report(early, isBlocked: true));
        Assert.False(Report(late, isBlocked: false));
        Assert.Equal(until, _circuit.Until);
        Assert.Equal(BlockPass.Refused, Enter());
    }

    private BlockPass Enter() => _circuit.Enter(_now);

    private bool Report(BlockPass pass, bool? isBlocked) => _circuit.Report(pass, isBlocked, _now, Options);

    private void Pass(TimeSpan time) => _now += time;
}
