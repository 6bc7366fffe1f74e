namespace AmoCrm.Sdk.Tests.Values;

public sealed class AssignedMembersTests
{
    [Fact]
    public void Members_are_assigned_one_by_one()
    {
        var assigned = default(AssignedMembers);
        Assert.False(assigned.Any);

        assigned.Add(0);
        assigned.Add(63);

        Assert.True(assigned.Contains(0) && assigned.Contains(63) && !assigned.Contains(1));
        assigned.Remove(63);
        Assert.False(assigned.Contains(63));
        assigned.Remove(0);
        Assert.False(assigned.Any);
    }

    [Fact]
    public void A_member_that_is_not_there_is_an_error_that_names_those_that_are()
    {
        Assert.Equal(1, AssignedMembers.IndexOf(["Name", "Price"], "Price"));
        Assert.Contains("Name, Price", Assert.Throws<ArgumentException>(() => AssignedMembers.IndexOf(["Name", "Price"], "Prise")).Message, StringComparison.Ordinal);
    }
}
