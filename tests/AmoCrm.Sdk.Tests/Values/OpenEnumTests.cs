namespace AmoCrm.Sdk.Tests.Values;

/// <summary>Open enums are values: equal by what is on the wire, known or not.</summary>
public class OpenEnumTests
{
    [Fact]
    public void Equal_values_on_the_wire_are_equal_whoever_made_them()
    {
        LeadInclude converted = string.Concat("cont", "acts");

        Assert.True(converted == LeadInclude.Contacts);
        Assert.False(converted != LeadInclude.Contacts);
        Assert.True(converted.Equals((object)LeadInclude.Contacts));
        Assert.Equal(LeadInclude.Contacts.GetHashCode(), converted.GetHashCode());
        Assert.Single(new HashSet<LeadInclude> { converted, LeadInclude.Contacts });
    }

    [Fact]
    public void Other_values_other_cases_and_other_types_are_not_equal()
    {
        Assert.False(LeadInclude.Contacts == LeadInclude.Source);
        Assert.True(LeadInclude.Contacts != LeadInclude.Source);
        Assert.NotEqual(new LeadInclude("Contacts"), LeadInclude.Contacts);
        Assert.False(LeadInclude.Contacts.Equals((object)"contacts"));
        Assert.False(LeadInclude.Contacts.Equals(obj: null));
        Assert.NotEqual(LeadInclude.Contacts, default);
    }

    [Fact]
    public void A_value_that_nobody_gave_is_equal_to_itself_and_prints_nothing()
    {
        Assert.True(default == default(LeadInclude));
        Assert.Equal(default(LeadInclude).GetHashCode(), default(LeadInclude).GetHashCode());
        Assert.Equal(string.Empty, default(LeadInclude).ToString());
        Assert.False(default(LeadInclude).IsKnown);
    }

    [Fact]
    public void Numbers_are_compared_as_numbers()
    {
        Assert.Equal(TaskType.KnownValues[0], new TaskType(TaskType.KnownValues[0].Value));
        Assert.NotEqual(TaskType.KnownValues[0], new TaskType(-1));
        Assert.True(TaskType.KnownValues[0].IsKnown);
        Assert.False(new TaskType(-1).IsKnown);
        Assert.Equal("-1", new TaskType(-1).ToString());
    }
}
