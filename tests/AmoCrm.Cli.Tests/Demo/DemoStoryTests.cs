using AmoCrm.Cli.Demo;

namespace AmoCrm.Cli.Tests.Demo;

public sealed class DemoStoryTests
{
    [Fact]
    public void Every_handler_of_the_five_modules_has_one_step()
    {
        var called = DemoStory.Chapters.SelectMany(chapter => chapter.Steps).Select(step => step.Handler);

        Assert.Equal(DemoStory.Handlers.Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));
        Assert.Equal(49, DemoStory.Handlers.Count);
    }

    [Fact]
    public void The_two_tellings_are_about_different_people()
    {
        var (typed, byName) = (StoryFacts.ForTyped(), StoryFacts.ForByName());

        Assert.NotEqual(typed.Client, byName.Client);
        Assert.NotEqual(typed.Phone, byName.Phone);
        Assert.NotEqual(typed.Webhook, byName.Webhook);
    }
}
