using AmoCrm.Sdk.Tests.TestSupport;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public async Task A_store_that_gives_up_by_itself_is_no_cancellation_of_the_call()
    {
        var resolver = Substitute.For<IAmoCrmSettingsResolver>();
        resolver.ResolveAsync(default!, default).ReturnsForAnyArgs(static _ => ValueTask.FromException<AmoCrmSettings>(new TaskCanceledException("The store took too long.")));
        var test = new TestClient(options => options.SettingsResolver = resolver);

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));

        Assert.IsType<TaskCanceledException>(exception.InnerException);
        await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(async () => await test.Api.GetAccountKeyAsync(default));
    }
}
