using AmoCrm.Cli.Demo.Chapters;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Demo;

/// <summary>A day in a furniture salon, chapter by chapter.</summary>
internal static class DemoStory
{
    private static readonly string[] Modules = ["base", "companies", "tasks", "advanced", "admin"];

    public static IReadOnlyList<IDemoChapter> Chapters { get; } =
    [
        new MorningChapter(), new PipelinesChapter(), new FieldsAndTagsChapter(), new NewClientChapter(), new ClientCompanyChapter(), new DealChapter(),
        new TasksChapter(), new CallsChapter(), new CatalogsChapter(), new WebhooksChapter(), new WidgetsChapter(), new EveningChapter(),
    ];

    /// <summary>The handlers that the story has to call: all of the five modules.</summary>
    public static IReadOnlyList<string> Handlers { get; } = [.. Modules.SelectMany(HandlerCatalog.InModule).Select(static handler => handler.Name)];

    public static IReadOnlyList<DemoRow> CreateRows() =>
    [
        .. Chapters.SelectMany(static chapter => chapter.Steps.Select(step => new DemoRow(step, chapter.Title, HandlerCatalog.Get(step.Handler).Module))),
    ];
}
