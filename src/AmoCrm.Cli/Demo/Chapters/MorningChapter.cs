using AmoCrm.Emulator;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>The manager comes in: who works today, and what is on the list.</summary>
internal sealed class MorningChapter : IDemoChapter
{
    private const string Manager = "Игорь Лебедев";

    public string Title => "Morning: who is in";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_list_users",
            Typed: async (demo, token) =>
            {
                var users = await demo.CallAsync(amo => amo.Users.ListAsync(new ListUsersRequest { With = [UserInclude.Role, UserInclude.Group] }, token)).ConfigureAwait(false);
                Check.That(users.Items.Any(static user => user.Name == Manager), $"{Manager} is among the users");
                return $"{users.Items.Count} users";
            },
            ByName: async (demo, token) =>
            {
                var users = await demo.CallByNameAsync("""{"with": ["role", "group"]}""", token).ConfigureAwait(false);
                users.At("items").ItemWith("name", Manager, "the manager");
                return $"{users.At("items").GetArrayLength()} users";
            }),
        new(
            "amocrm_get_user",
            Typed: async (demo, token) =>
            {
                var user = await demo.CallAsync(amo => amo.Users.GetAsync(EmulatorDemo.ManagerId, cancellationToken: token)).ConfigureAwait(false);
                Check.Equal(Manager, user?.Name, "the name of the manager");
                return Manager;
            },
            ByName: async (demo, token) =>
            {
                var user = await demo.CallByNameAsync($$"""{"user_id": "{{EmulatorDemo.ManagerId}}"}""", token).ConfigureAwait(false);
                Check.Equal(Manager, user.Text("name"), "the name of the manager");
                return Manager;
            }),
        new(
            "amocrm_list_tasks",
            Typed: async (demo, token) =>
            {
                var open = new ListTasksRequest { Filter = new TaskFilter { IsCompleted = false }, Order = new TaskOrder { CompleteTill = SortDirection.Ascending } };
                var tasks = await demo.CallAsync(amo => amo.Tasks.ListAsync(open, token)).ConfigureAwait(false);
                Check.That(tasks.Items.Count > 0 && tasks.Items.All(static task => task.IsCompleted == false), "there are tasks, and all of them are open");
                return $"{tasks.Items.Count} open tasks";
            },
            ByName: async (demo, token) =>
            {
                var tasks = await demo.CallByNameAsync("""{"filter": {"is_completed": false}, "order": {"complete_till": "asc"}, "limit": "10"}""", token).ConfigureAwait(false);
                var items = tasks.At("items");
                Check.That(items.GetArrayLength() > 0 && items.EnumerateArray().All(static task => !task.Flag("is_completed")), "there are tasks, and all of them are open");
                return $"{items.GetArrayLength()} open tasks";
            }),
    ];
}
