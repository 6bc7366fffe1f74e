namespace AmoCrm.Sdk.Generators.Tests;

public sealed class EquatableArrayTests
{
    [Fact]
    public void The_default_value_is_the_empty_list()
    {
        EquatableArray<int> none = default;

        Assert.Equal([], none);
        Assert.True(none == (EquatableArray<int>)[]);
        Assert.Equal(((EquatableArray<int>)[]).GetHashCode(), none.GetHashCode());
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void Equal_items_in_the_same_order_make_equal_lists()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> same = ["a", "b"];
        EquatableArray<string> other = ["b", "a"];

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != other);
        Assert.False(one.Equals((object)other));
    }

    [Fact]
    public void Nobody_can_change_the_items_afterwards()
    {
        var source = new[] { 1, 2 };
        var array = new EquatableArray<int>(source);
        source[0] = 9;

        Assert.Equal(1, array[0]);
    }
}
