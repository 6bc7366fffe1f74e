using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

public sealed partial class TasksClient
{
    private const string DeletedOutcome = "deleted";

    public async partial Task<DeleteTaskResult> DeleteAsync(long taskId, DeleteTaskRequest? request, CancellationToken cancellationToken)
    {
        try
        {
            await _api.SendAsync(TasksOperations.DeleteTask, new DeleteTaskArguments(taskId, request), cancellationToken).ConfigureAwait(false);
            return new DeleteTaskResult { TaskId = taskId, Deleted = true, Via = DeletionRoute.Delete, CompletedSteps = ["delete"] };
        }
        catch (AmoCrmApiException exception) when (MissingRoute.Is(exception.Error))
        {
            if (request?.Fallback != TaskDeleteFallback.Complete)
            {
                throw new AmoCrmNotSupportedException(
                    "amoCRM's public API cannot delete a task. Pass fallback: complete to close it with the outcome \"deleted\", or delete it in the user interface.", exception)
                {
                    Handler = TasksOperations.DeleteTask.Handler,
                };
            }
        }

        await CompleteAsync(taskId, new CompleteTaskRequest { ResultText = DeletedOutcome }, cancellationToken).ConfigureAwait(false);
        return new DeleteTaskResult { TaskId = taskId, Deleted = false, Via = DeletionRoute.Complete, CompletedSteps = ["complete"] };
    }
}
