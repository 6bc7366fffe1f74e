using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>Models are compared by what they say, lists and custom fields included, and print their id.</summary>
public sealed class JsonIdentityTests
{
    private const string Json = """
        {
          "id":7,"name":"Кухня «Белая»","price":1500.50,"closed_at":1700000000,"is_deleted":false,
          "custom_fields_values":[{"field_id":4,"field_name":"Цвет","field_type":"text","values":[{"value":"белый"}]}],
          "_embedded":{"tags":[{"id":1,"name":"vip"}]},
          "something_new":{"a":[1,2]}
        }
        """;

    [Fact]
    public void Two_readings_of_the_same_are_equal()
    {
        var (one, other) = (Read(Json), Read(Json));
        Assert.NotSame(one, other);
        Assert.True(one == other);
        Assert.True(one.Equals(one));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Single(new HashSet<Lead> { one, other });
    }

    [Theory]
    [InlineData("\"id\":7", "\"id\":8")]
    [InlineData("белый", "чёрный")]
    [InlineData("vip", "VIP")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("\"is_deleted\":false", "\"is_deleted\":true")]
    [InlineData("1700000000", "1700000001")]
    public void One_that_differs_anywhere_is_another(string said, string instead)
    {
        var (one, other) = (Read(Json), Read(Json.Replace(said, instead, StringComparison.Ordinal)));
        Assert.True(one != other);
        Assert.NotEqual(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void None_is_equal_to_null() => Assert.False(Read(Json).Equals(null));

    [Fact]
    public void A_number_is_the_same_however_many_zeros_it_has() =>
        Assert.Equal(Read("""{"id":7,"price":1500.50}"""), Read("""{"id":7,"price":1500.5}"""));

    [Fact]
    public void A_copy_with_a_change_is_another_and_takes_the_rest_along()
    {
        var lead = Read(Json);
        Assert.Equal(lead, lead with { });
        Assert.NotEqual(lead, lead with { Name = "Кухня" });
        Assert.Same(lead.Tags, (lead with { Name = "Кухня" }).Tags);
    }

    [Fact]
    public void A_model_prints_its_id_and_nothing_of_a_customer()
    {
        Assert.Equal("Lead { Id = 7 }", Read(Json).ToString());
        Assert.Equal("EventTaskText { }", new EventTaskText { Text = "canary" }.ToString());
        Assert.Equal("CreateLeadResult { Id = 8 }", new CreateLeadResult { Id = 8, Lead = Read(Json) }.ToString());
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text_and_does_not_matter()
    {
        const string Cut = """{"id":7,"x":"\ud83d","y":{"z":["\uDE00"]}}""";
        Assert.Equal(Read(Cut), Read(Cut));
        Assert.Equal(Read(Cut).GetHashCode(), Read(Cut).GetHashCode());
        Assert.Equal("""{"id":7,"x":"\uFFFD","y":{"z":["\uFFFD"]}}""", JsonSerializer.Serialize(Read(Cut)));
    }

    [Theory]
    [InlineData("""{"id":7,"x":{"\ud800":[{"y":"\ude00"}]}}""")]
    [InlineData("""{"id":7,"x":"\ud83d"}""")]
    [InlineData("""{"id":7,"x":"\ud83d\ude00\u0438"}""")]
    public void What_was_written_is_read_as_an_equal(string json)
    {
        var lead = Read(json);
        Assert.Equal(lead, Read(JsonSerializer.Serialize(lead)));
    }

    private static Lead Read(string json) => JsonSerializer.Deserialize<Lead>(json)!;
}
