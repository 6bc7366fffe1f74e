namespace AmoCrm.Sdk.Benchmarks.Tests;

public sealed class SameWorkTests
{
    public static TheoryData<string> Cases => [.. BenchmarkCases.All.Select(static entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task All_ways_of_a_case_do_the_same_work(string name)
    {
        await using var benchmark = BenchmarkCases.All.Single(entry => entry.Name == name).Create();

        await benchmark.CheckAsync();
    }

    [Fact]
    public void A_value_that_differs_is_told()
    {
        var exception = Assert.Throws<DifferentWorkException>(static () => SameWork.Json("A way", """{"a": 1, "b": null, "c": [12.50]}"""u8, """{"c": [12.5], "a": 2}"""u8));

        Assert.StartsWith("A way did not do the same work.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_nulls_and_the_spelling_of_numbers_do_not_count() =>
        SameWork.Json("A way", """{"a": 1, "b": null, "c": [12.50], "_links": {}}"""u8, """{"c": [12.5], "a": 1}"""u8, "_links");
}
